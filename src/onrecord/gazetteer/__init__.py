"""Names of things, by thing: places now; people, organisations and offices to come beside them.

Knows which state or place a written name means, in several languages and inflected forms. Does not
know who speaks or what a text is about: that is for the rooms that ask. The door is `loader`.
"""
