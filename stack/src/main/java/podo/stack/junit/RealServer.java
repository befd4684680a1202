package podo.stack.junit;

/** What a test may ask for. */
public enum RealServer {
    DATABASE,
    REDIS,
    KAFKA
}
