package podo.stack.backup.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/** Decrypts what {@link SealingOutput} wrote. */
final class OpeningInput extends InputStream {
    private static final int SEALED_CHUNK = SealingKey.CHUNK + SealingKey.TAG;

    private final InputStream in;
    private final SealingKey key;
    private long left;
    private byte[] chunk = new byte[0];
    private int read;
    private long number;

    /** @param length of the encrypted bytes in {@code in} */
    OpeningInput(InputStream in, SealingKey key, long length) {
        this.in = in;
        this.key = key;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (read == chunk.length) {
            if (left == 0) {
                return -1;
            }
            openNext();
        }
        int part = Math.min(length, chunk.length - read);
        System.arraycopy(chunk, read, bytes, offset, part);
        read += part;
        return part;
    }

    private void openNext() throws IOException {
        var sealed = in.readNBytes((int) Math.min(left, SEALED_CHUNK));
        left -= sealed.length;
        try {
            chunk = key.open(sealed, sealed.length, number, left == 0);
        } catch (GeneralSecurityException e) {
            throw new BackupRefused(
                    number == 0
                            ? "The passphrase is not the one that this backup was made with."
                            : "The backup was changed: a part of it does not fit its passphrase.");
        }
        number++;
        read = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
