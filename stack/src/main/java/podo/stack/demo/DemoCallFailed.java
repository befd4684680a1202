package podo.stack.demo;

import java.net.URI;

/** The house answered a call with an error. */
final class DemoCallFailed extends RuntimeException {
    private final int status;
    private final boolean stillRunning;

    DemoCallFailed(String method, URI address, int status, String body) {
        super(method + " " + address + " was answered with " + status + ": " + body);
        this.status = status;
        this.stillRunning = body.contains("urn:problem:still-running");
    }

    int status() {
        return status;
    }

    /** Somebody behind the gateway isn't there yet, or is still busy with the first try of the same call. */
    boolean passing() {
        return status == 502 || status == 503 || status == 504 || stillRunning;
    }
}
