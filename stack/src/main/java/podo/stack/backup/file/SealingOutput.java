package podo.stack.backup.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Encrypts what is written to it, chunk by chunk; {@link #close} writes the last one. */
final class SealingOutput extends FilterOutputStream {
    private final SealingKey key;
    private final byte[] chunk = new byte[SealingKey.CHUNK];
    private int filled;
    private long number;
    private boolean closed;

    SealingOutput(OutputStream out, SealingKey key) {
        super(out);
        this.key = key;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int written = 0; written < length; ) {
            if (filled == chunk.length) { // only when more comes: the last chunk is marked as such
                writeChunk(false);
            }
            int part = Math.min(length - written, chunk.length - filled);
            System.arraycopy(bytes, offset + written, chunk, filled, part);
            filled += part;
            written += part;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            writeChunk(true);
            out.close();
        }
    }

    private void writeChunk(boolean last) throws IOException {
        out.write(key.seal(chunk, filled, number++, last));
        filled = 0;
    }
}
