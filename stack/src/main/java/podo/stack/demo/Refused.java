package podo.stack.demo;

import java.net.URI;

/** The house answered a call with an error. */
final class Refused extends RuntimeException {
    private final int status;

    Refused(String method, URI address, int status, String body) {
        super(method + " " + address + " was answered with " + status + ": " + body);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Somebody behind the gateway isn't there yet. */
    boolean passing() {
        return status == 502 || status == 503 || status == 504;
    }
}
