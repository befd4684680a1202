package podo.e2e.leak;

/**
 * Something of a fan in a place where it was written.
 *
 * @param what as in {@code address}, {@code access token}
 * @param where a file, a topic, a Redis key or a table
 */
record Finding(String what, String where) {}
