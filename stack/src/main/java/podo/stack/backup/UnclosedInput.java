package podo.stack.backup;

import java.io.FilterInputStream;
import java.io.InputStream;

/** One entry of an archive, for readers that close what they read. */
final class UnclosedInput extends FilterInputStream {

    UnclosedInput(InputStream in) {
        super(in);
    }

    @Override
    public void close() {}
}
