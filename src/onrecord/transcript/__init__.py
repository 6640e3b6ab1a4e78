"""From blocks of text to speaker turns and exchanges."""
