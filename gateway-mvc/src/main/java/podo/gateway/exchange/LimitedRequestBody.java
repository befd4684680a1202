package podo.gateway.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import podo.gateway.refusal.GatewayProblem;

/**
 * The client's request body, read while it is sent on. Beyond the limit it throws 413 {@code too-large}, after its time 408
 * {@code too-slow}; a read failure becomes
 * {@link ClientDisconnected}, so that it is not taken for a failure of the service.
 */
class LimitedRequestBody extends FilterInputStream {

    private final long endNanos;
    private long remaining;

    LimitedRequestBody(InputStream body, long limit, Duration within) {
        super(body);
        this.remaining = limit;
        this.endNanos = System.nanoTime() + within.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (System.nanoTime() - endNanos > 0) {
            throw GatewayProblem.tooSlow();
        }
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (IOException e) {
            throw new ClientDisconnected(e);
        }
        remaining -= Math.max(0, count);
        if (remaining < 0) {
            throw GatewayProblem.tooLarge();
        }
        return count;
    }
}
