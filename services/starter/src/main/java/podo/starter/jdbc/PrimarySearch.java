package podo.starter.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connects to the one of several MySQL servers that takes writes: not to one that is {@code read_only}, as replicas are. The last primary
 * is asked first, then the others in the order of the list. Connector/J's own list would use a replica as soon as the primary is slow.
 */
final class PrimarySearch extends AbstractDataSource {

    /** Fails at a server that is {@code read_only}, for instance a primary that became a replica while a connection was open. */
    static final String FAILS_AT_A_REPLICA = "SELECT IF(@@global.read_only, (SELECT 1 UNION SELECT 2), 1)";

    private static final Pattern URL = Pattern.compile("(jdbc:mysql://)([^/]+,[^/]+)(/.*)");

    private final List<String> urls;
    private final String username;
    private final String password;
    private volatile int last;

    private PrimarySearch(List<String> urls, String username, String password) {
        this.urls = urls;
        this.username = username;
        this.password = password;
    }

    /** Whether the URL names several servers: {@code jdbc:mysql://a:3306,b:3306/schema?…}. */
    static boolean isFor(@Nullable String url) {
        return url != null && URL.matcher(url).matches();
    }

    static PrimarySearch among(String url, String username, String password) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("one server: " + url);
        }
        List<String> urls = Stream.of(parts.group(2).split(","))
                .map(server -> parts.group(1) + server.strip() + parts.group(3))
                .toList();
        return new PrimarySearch(urls, username, password);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(username, password);
    }

    @Override
    public Connection getConnection(String name, String secret) throws SQLException {
        SQLException none = new SQLTransientConnectionException("No server takes writes", "08001");
        int first = last;
        for (int i = 0; i < urls.size(); i++) {
            int server = (first + i) % urls.size();
            try {
                Connection connection = DriverManager.getConnection(urls.get(server), name, secret);
                if (isPrimary(connection)) {
                    last = server;
                    return connection;
                }
            } catch (SQLException e) {
                none.addSuppressed(e);
            }
        }
        throw none;
    }

    /** Closes the connection unless it is. */
    private static boolean isPrimary(Connection connection) throws SQLException {
        boolean primary = false;
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT @@global.read_only")) {
            primary = answer.next() && !answer.getBoolean(1);
        } finally {
            if (!primary) {
                connection.close();
            }
        }
        return primary;
    }
}
