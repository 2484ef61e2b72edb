"""All that who has changed the rules should see before handing them on, on one page."""
