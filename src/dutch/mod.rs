//! The Dutch language: tokens and stems. Knows nothing of the site.
