"""The pages of a language that nobody writes, as Markdown, made of those of the language that it is made from.

`python -m macros.publish.prose` writes them for engines that call no hook; MkDocs has them written before each build.
Macro calls, ids and addresses are Latin letters, which stay as they are.
"""

from pathlib import Path

from ..checks.load import CONFIGS, DATA_FILE, read
from ..model.guide import Guide
from ..model.languages import EDITIONS, MADE, Language
from ..model.settings import settings_of


def write_prose(project: Path, guide: Guide, language: Language) -> None:
    """Write a language's pages where its settings look for them; one that has not changed keeps its time."""
    written = project / "docs" / EDITIONS[language].made_from
    made = project / settings_of(project / CONFIGS[language])["docs_dir"]
    made.mkdir(parents=True, exist_ok=True)
    pages = {page.relative_to(written): page for page in written.rglob("*.md")}
    for old in made.rglob("*.md"):
        if old.relative_to(made) not in pages:
            old.unlink()
    for name, page in pages.items():
        text, target = guide.traditional.of(page.read_text("utf-8-sig")), made / name
        if not target.exists() or target.read_text("utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")


if __name__ == "__main__":
    here = Path.cwd()
    for language in MADE:
        write_prose(here, read(here / DATA_FILE, DATA_FILE).guide, language)
