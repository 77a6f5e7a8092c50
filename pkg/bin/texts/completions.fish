complete -c copydesk -l out -d 'Write a file for each page into this folder; of folders, every .txt .md .html .htm .xhtml in them, by its relative path' -r -F
complete -c copydesk -l from -d 'What the input is: text or html [default: html for files named .html, .htm or .xhtml, else text]' -r -f -a "text\t''
html\t''"
complete -c copydesk -l to -d 'What to print: text, markdown, html or json [default: text]' -r -f -a "text\t''
markdown\t''
html\t''
json\t''"
complete -c copydesk -l color -d 'Colours with --explain: auto, always or never [default: auto, on a terminal]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c copydesk -l keep -d 'Keep these kinds too, apart by commas' -r
complete -c copydesk -l drop -d 'Drop these kinds, apart by commas' -r
complete -c copydesk -l strictness -d 'How sure a line must be to be kept: from 0 (keep more) to 1 (keep less) [default: 0.5]' -r
complete -c copydesk -l url -d 'The address the page was taken from: links are made whole with it' -r
complete -c copydesk -l threads -d 'On how many cores to work [default: all]' -r
complete -c copydesk -l completions -d 'Print what completes the options in a shell: bash, elvish, fish, powershell or zsh' -r -f -a "bash\t''
elvish\t''
fish\t''
powershell\t''
zsh\t''"
complete -c copydesk -l explain -d 'Print each line of the page with its number, + where it is kept, its kind, its score and the reason'
complete -c copydesk -l images -d 'Keep the pictures of HTML, as links to where they are'
complete -c copydesk -l jsonl -d 'Read one JSON object a line, and print one a line'
complete -c copydesk -l lines -d 'With --jsonl: give every line of the page too'
complete -c copydesk -l strict -d 'With --jsonl: exit with 1 when a row could not be read'
complete -c copydesk -l man -d 'Print the manual page'
complete -c copydesk -s h -l help -d 'Print help'
complete -c copydesk -s V -l version -d 'Print version'
