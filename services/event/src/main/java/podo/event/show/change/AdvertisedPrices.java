package podo.event.show.change;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.event.show.terms.Grade;
import podo.starter.jdbc.Utc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What each published event said that its grades cost, from when on; rows are only added. */
@Repository
public class AdvertisedPrices {

    /** What a kind of ticket costs, in whole won. */
    public record KindPrice(String name, long price) {}

    /** @param price whole won */
    public record Advertised(String grade, long price, Instant since, List<KindPrice> kinds) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    AdvertisedPrices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void record(long eventId, int revision, List<Grade> grades) {
        for (Grade grade : grades) {
            jdbc.sql("""
                            INSERT INTO advertised_price (event_id, revision, grade, price, since, kinds)
                            VALUES (:event, :revision, :grade, :price, :since, :kinds)
                            """)
                    .param("event", eventId)
                    .param("revision", revision)
                    .param("grade", grade.name())
                    .param("price", grade.price())
                    .param("since", Utc.column(clock.instant()))
                    .param("kinds", grade.kinds().isEmpty() ? null : JSON.writeValueAsString(pricesOf(grade)))
                    .update();
        }
    }

    private static List<KindPrice> pricesOf(Grade grade) {
        return grade.kinds().stream()
                .map(kind -> new KindPrice(kind.name(), kind.price()))
                .toList();
    }

    private static List<KindPrice> read(@Nullable String kinds) {
        return kinds == null ? List.of() : JSON.readValue(kinds, new TypeReference<>() {});
    }

    /** By event, oldest first. */
    public Map<Long, List<Advertised>> findAll() {
        Map<Long, List<Advertised>> byEvent = new HashMap<>();
        jdbc.sql("SELECT event_id, grade, price, since, kinds FROM advertised_price ORDER BY event_id, revision")
                .query(row -> {
                    byEvent.computeIfAbsent(row.getLong("event_id"), id -> new ArrayList<>())
                            .add(new Advertised(
                                    row.getString("grade"),
                                    row.getLong("price"),
                                    Utc.instant(row, "since"),
                                    read(row.getString("kinds"))));
                });
        return byEvent;
    }
}
