package podo.stack.backup.part;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The statements of a dump, one after another: each ends with a line that is the delimiter alone. */
final class SqlStatements {
    private final BufferedReader lines;
    private String delimiter = ";";

    SqlStatements(InputStream in) {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Null after the last one. */
    @Nullable
    String next() throws IOException {
        var statement = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (statement.isEmpty() && line.startsWith("DELIMITER ")) {
                delimiter = line.substring("DELIMITER ".length());
            } else if (line.equals(delimiter)) {
                return statement.toString();
            } else {
                statement.append(statement.isEmpty() ? "" : "\n").append(line);
            }
        }
        if (!statement.isEmpty()) {
            throw new IOException("the database's part ends within a statement");
        }
        return null;
    }
}
