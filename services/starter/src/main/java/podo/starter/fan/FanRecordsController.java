package podo.starter.fan;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.jdbc.Utc;

/** Answers the user service what this one keeps of a fan. */
@RestController
class FanRecordsController {

    private final FanRecords records;

    FanRecordsController(FanRecords records) {
        this.records = records;
    }

    @GetMapping("/internal/fans/{id}/records")
    Map<String, List<Map<String, Object>>> records(@PathVariable long id) {
        Map<String, List<Map<String, Object>>> found = new LinkedHashMap<>();
        records.of(id)
                .forEach((name, rows) -> found.put(
                        name, rows.stream().map(FanRecordsController::readable).toList()));
        return found;
    }

    /** Times as instants; the columns are UTC. */
    private static Map<String, Object> readable(Map<String, Object> row) {
        Map<String, Object> readable = new LinkedHashMap<>();
        row.forEach((column, value) ->
                readable.put(column, value instanceof LocalDateTime time ? Utc.instant(time) : value));
        return readable;
    }
}
