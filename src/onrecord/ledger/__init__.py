"""What was promised, what is to come, where states stand, what was not answered: acts of many
statements put together. Pure functions over what the store gives; no clock: whoever asks says as of
which day."""
