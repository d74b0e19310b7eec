/// A language in which people are answered.
public enum Language: Sendable { case indonesian, english }
