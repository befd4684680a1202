package podo.inventory.seat.map;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.inventory.SeatIds;
import podo.inventory.seat.Hall;
import podo.starter.jdbc.Utc;

/** Reads the state of all seats of a hall from the database. */
@Repository
public class SeatMapReader {

    private final JdbcClient jdbc;

    SeatMapReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version the map's version, read before the rows are */
    SeatMap read(SeatMapJson json, long version) {
        Hall hall = json.hall();
        byte[] letters = new byte[hall.seats().size()];
        long[] until = new long[letters.length];
        Arrays.fill(letters, (byte) 'a');
        jdbc.sql("SELECT id, status, held_until FROM seat WHERE id BETWEEN ? AND ? AND status <> 'A'")
                .params(SeatIds.of(hall.eventId(), 1), SeatIds.of(hall.eventId(), letters.length))
                .query(row -> {
                    int place = SeatIds.seq(row.getLong(1)) - 1;
                    letters[place] =
                            (byte) Character.toLowerCase(row.getString(2).charAt(0));
                    if (letters[place] == 'h') {
                        until[place] = Utc.instant(row, "held_until").toEpochMilli();
                    }
                });
        return new SeatMap(json, version, letters, until);
    }
}
