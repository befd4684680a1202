package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the database who has which places after a test. */
@TestComponent
public class AreaTruth {

    /** @param held places of area_hold, lapsed ones included */
    public record Row(int capacity, int taken, int held, int sold, long version) {}

    private final JdbcClient jdbc;

    AreaTruth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The areas of an event in the order of its plan. */
    public List<Long> areas(long eventId) {
        return jdbc.sql("SELECT id FROM area WHERE event_id = ? ORDER BY position")
                .param(eventId)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    public Row area(long areaId) {
        return jdbc.sql("""
                        SELECT capacity, taken, version,
                            (SELECT COALESCE(SUM(places), 0) FROM area_hold h WHERE h.area_id = a.id) AS held,
                            (SELECT COUNT(*) FROM sold_seat x WHERE x.area_id = a.id) AS sold
                        FROM area a WHERE a.id = ?
                        """).param(areaId).query(Row.class).single();
    }

    /** Each hold has its places in the database and nobody else has any; the count says the same. */
    public void confirms(long areaId, List<Hold> holds) {
        Row area = area(areaId);
        int promised = holds.stream()
                .flatMap(hold -> hold.areas().stream())
                .filter(held -> held.areaId() == areaId)
                .mapToInt(held -> held.placeIds().size())
                .sum();
        assertThat(area.taken()).as("the count").isEqualTo(promised).isLessThanOrEqualTo(area.capacity());
        assertThat(area.held()).as("places of holds").isEqualTo(promised);
        for (Hold hold : holds) {
            assertThat(jdbc.sql("SELECT COALESCE(SUM(places), 0) FROM area_hold WHERE hold_id = ? AND area_id = ?")
                            .params(hold.id(), areaId)
                            .query(Integer.class)
                            .single())
                    .as("places of %s", hold.id())
                    .isEqualTo(hold.areas().stream()
                            .filter(held -> held.areaId() == areaId)
                            .mapToInt(held -> held.placeIds().size())
                            .sum());
        }
        assertThat(holds.stream().flatMap(hold -> hold.areas().stream()).flatMap(held -> held.placeIds().stream()))
                .as("ids of places")
                .doesNotHaveDuplicates();
    }

    /** The count is what holds and sales say together. */
    public void addsUp(long areaId) {
        Row area = area(areaId);
        assertThat(area.taken()).as("%s", area).isEqualTo(area.held() + area.sold());
    }
}
