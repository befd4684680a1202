package podo.web.calls;

import java.time.Instant;

/** Let in: the signed pass, and its end. */
public record IssuedPass(String pass, Instant expiresAt) {}
