#compdef copydesk

autoload -U is-at-least

_copydesk() {
    typeset -A opt_args
    typeset -a _arguments_options
    local ret=1

    if is-at-least 5.2; then
        _arguments_options=(-s -S -C)
    else
        _arguments_options=(-s -C)
    fi

    local context curcontext="$curcontext" state line
    _arguments "${_arguments_options[@]}" : \
'--out=[Write a file for each page into this folder; of folders, every .txt .md .html .htm .xhtml in them, by its relative path]:DIR:_files' \
'--from=[What the input is\: text or html \[default\: html for files named .html, .htm or .xhtml, else text\]]:FORM:(text html)' \
'--to=[What to print\: text, markdown, html or json \[default\: text\]]:FORM:(text markdown html json)' \
'--color=[Colours with --explain\: auto, always or never \[default\: auto, on a terminal\]]:WHEN:(auto always never)' \
'*--keep=[Keep these kinds too, apart by commas]:KIND,...:_default' \
'*--drop=[Drop these kinds, apart by commas]:KIND,...:_default' \
'--strictness=[How sure a line must be to be kept\: from 0 (keep more) to 1 (keep less) \[default\: 0.5\]]:NUMBER:_default' \
'--url=[The address the page was taken from\: links are made whole with it]:ADDRESS:_default' \
'--threads=[On how many cores to work \[default\: all\]]:N:_default' \
'--completions=[Print what completes the options in a shell\: bash, elvish, fish, powershell or zsh]:SHELL:(bash elvish fish powershell zsh)' \
'--explain[Print each line of the page with its number, + where it is kept, its kind, its score and the reason]' \
'--images[Keep the pictures of HTML, as links to where they are]' \
'--jsonl[Read one JSON object a line, and print one a line]' \
'--lines[With --jsonl\: give every line of the page too]' \
'--strict[With --jsonl\: exit with 1 when a row could not be read]' \
'--man[Print the manual page]' \
'-h[Print help]' \
'--help[Print help]' \
'-V[Print version]' \
'--version[Print version]' \
'*::files -- Files that hold a page'\''s text or HTML, in any encoding of the web, up to 100 MB each; folders, with --out; none or `-` is standard input:_files' \
&& ret=0
}

(( $+functions[_copydesk_commands] )) ||
_copydesk_commands() {
    local commands; commands=()
    _describe -t commands 'copydesk commands' commands "$@"
}

if [ "$funcstack[1]" = "_copydesk" ]; then
    _copydesk "$@"
else
    compdef _copydesk copydesk
fi
