"""Takes the pictures of the pages for the documentation, with the system's Chromium, from a demo
that serves at the address given: `python scripts/make_screenshots.py http://127.0.0.1:8040`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parent.parent / "docs" / "images"
GENEVA = "mfa-valdoria-example/2023-09-12/" + (
    "joint-news-conference-by-foreign-minister-tomas-halvarik-and"
)
PAGES = {
    "search.png": ("/search?q=agreement+OR+study&lang=en", 860),
    "statement.png": (f"/statements/{GENEVA}?find=dam", 860),
    "dossier.png": ("/dossier/place/ch-geneva", 1150),
}


def main(address: str) -> None:
    """Takes them all."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        for name, (path, height) in PAGES.items():
            page.set_viewport_size({"width": 1280, "height": height})
            page.goto(address.rstrip("/") + path)
            page.screenshot(path=IMAGES / name)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
