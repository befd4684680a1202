package podo.gateway.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import podo.gateway.refusal.GatewayProblem;

/** A caller's body that may not grow beyond the limit, and whose breaking off is the caller's doing. */
class LimitedRequestBody extends FilterInputStream {

    private long left;

    LimitedRequestBody(InputStream body, long limit) {
        super(body);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (IOException e) {
            throw new ClientDisconnected(e);
        }
        left -= Math.max(0, count);
        if (left < 0) {
            throw GatewayProblem.tooLarge();
        }
        return count;
    }
}
