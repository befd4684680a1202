package podo.web.sheet;

import java.io.IOException;
import java.util.List;

/** Writes a table row by row into a stream; nothing of it is kept in memory. */
public interface SheetWriter extends AutoCloseable {

    /** Numbers stay numbers; everything else is text. */
    void write(List<?> row) throws IOException;

    @Override
    void close() throws IOException;
}
