package podo.stack.junit;

/** A server that {@link OnRealServers} can start. */
public enum RealServer {
    DATABASE,
    /** One Redis; with {@code -Dpodo.redis=cluster} a {@link #REDIS_CLUSTER}. */
    REDIS,
    /** Three primaries and a replica of the first, instead of {@link #REDIS}. */
    REDIS_CLUSTER,
    KAFKA
}
