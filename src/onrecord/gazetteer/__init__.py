"""Names of things, by thing: places, organisations, agreements, people, offices and outlets.

Knows what a written name means, in several languages and inflected forms. Does not
know who speaks or what a text is about: that is for the rooms that ask. The door is `loader`.
"""
