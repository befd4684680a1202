package podo.web.client;

import java.time.Instant;

/** A new entry pass: the signed token for the services, and when it ends. */
public record IssuedPass(String pass, Instant expiresAt) {}
