package podo.stack.junit;

/** A server that {@link OnRealServers} can start. */
public enum RealServer {
    DATABASE,
    REDIS,
    KAFKA
}
