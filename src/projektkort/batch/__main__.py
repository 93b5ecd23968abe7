"""Makes the pages of docs/rules anew: `python -m projektkort.batch`."""

from projektkort.batch.rule_pages import files

for path, text in files():
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
