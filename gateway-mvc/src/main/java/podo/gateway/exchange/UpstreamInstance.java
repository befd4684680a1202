package podo.gateway.exchange;

/** One running instance of a service. */
public record UpstreamInstance(String host, int port) {}
