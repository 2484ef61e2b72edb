"""Old rule files in the newer sentence forms, by what they mean."""
