"""Saved searches, what they have found, and how that reaches people: feeds, webhooks, e-mail."""
