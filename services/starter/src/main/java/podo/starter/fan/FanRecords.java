package podo.starter.fan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the {@link FanRows} of a service. */
class FanRecords {

    private static final int MOST = 10_000;

    private final List<FanRows> tables;
    private final JdbcClient jdbc;

    FanRecords(List<FanRows> tables, JdbcClient jdbc) {
        this.tables = tables;
        this.jdbc = jdbc;
    }

    /** At most 10,000 rows each. */
    Map<String, List<Map<String, Object>>> of(long fanId) {
        Map<String, List<Map<String, Object>>> found = new LinkedHashMap<>();
        for (FanRows table : tables) {
            found.put(
                    table.name(),
                    jdbc.sql(table.sql() + " LIMIT " + MOST)
                            .param("fan", fanId)
                            .query()
                            .listOfRows());
        }
        return found;
    }
}
