package podo.stack.demo;

import java.net.URI;

/** A call of the public API was answered with an error status, or not at all (503). */
final class DemoCallFailed extends RuntimeException {
    private final int status;
    private final boolean stillRunning;

    DemoCallFailed(String method, URI address, int status, String body) {
        super(method + " " + address + " was answered with " + status + ": " + body);
        this.status = status;
        this.stillRunning = body.contains("urn:problem:still-running");
    }

    /** Runs a call that is to be answered with this status; throws what another answer means. */
    static void expect(int status, Runnable call) {
        try {
            call.run();
        } catch (DemoCallFailed e) {
            if (e.status == status) {
                return;
            }
            throw e;
        }
        throw new IllegalStateException("a call succeeded that was to be answered with " + status);
    }

    int status() {
        return status;
    }

    /** A service is not reachable yet, or still handles an earlier call with the same idempotency key. */
    boolean isTransient() {
        return status == 502 || status == 503 || status == 504 || stillRunning;
    }
}
