package podo.gateway.exchange;

/** One running instance of a service. */
public record Neighbour(String host, int port) {}
