//! The command as people start it: arguments, files and pipes in; output, messages and exit codes out.

mod explain;
mod files;
mod folders;
mod forms;
mod jsonl;
mod support;
mod usage;
