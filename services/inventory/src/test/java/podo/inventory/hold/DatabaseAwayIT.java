package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import podo.inventory.Api;
import podo.inventory.Api.Answer;
import podo.inventory.InventoryIT;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.TestServers;

/** Experiment 17: the database can be read only, or every connection is in use. A hold is refused with 503 and leaves nothing behind. */
@InventoryIT
@Import(SeatTruth.class)
class DatabaseAwayIT {

    @Autowired
    private Api api;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private HikariDataSource connections;

    private long event;
    private Object[] four;

    @BeforeEach
    void openHall() {
        event = halls.open(1, 10);
        four = TestHalls.seats(event, 1, 2, 3, 4).toArray();
    }

    @Test
    void holdsAreRefusedWhileTheDatabaseIsReadOnlyAndLeaveNothingBehind() throws SQLException {
        long fan = Api.newFan();
        setReadOnly(true);
        try {
            assertUnavailable(api.hold(fan, event, four));
            assertThat(api.send(api.as(fan, "/api/events/" + event + "/seats")).status())
                    .as("reading goes on")
                    .isEqualTo(200);
        } finally {
            setReadOnly(false);
        }
        assertNothingIsLeft();
    }

    @Test
    void whatIsHeldCanNotBeGivenUpWhileTheDatabaseIsReadOnlyAndStays() throws SQLException {
        long fan = Api.newFan();
        String hold = api.hold(fan, event, four).body().path("holdId").asString();
        setReadOnly(true);
        try {
            assertUnavailable(api.send(api.as(fan, "/api/holds/" + hold).DELETE()));
        } finally {
            setReadOnly(false);
        }
        assertThat(truth.seats(event).values().stream().filter(seat -> hold.equals(seat.holdId())))
                .hasSize(4);
        assertThat(api.send(api.as(fan, "/api/holds/" + hold).DELETE()).status())
                .isEqualTo(204);
        assertNothingIsLeft();
    }

    @Test
    void holdsAreRefusedWhileEveryConnectionIsInUseAndLeaveNothingBehind() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            while (all.size() < connections.getMaximumPoolSize()) {
                all.add(connections.getConnection());
            }
            long began = System.nanoTime();
            assertUnavailable(api.hold(Api.newFan(), event, four));
            assertThat(System.nanoTime() - began).as("a bounded wait").isLessThan(15_000_000_000L);
        } finally {
            for (Connection one : all) {
                one.close();
            }
        }
        assertNothingIsLeft();
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(503);
        assertThat(answer.type()).isEqualTo("urn:problem:unavailable");
        assertThat(answer.http().headers().firstValue("Retry-After")).isPresent();
    }

    /** No row, and no mark in Redis: the next fan gets the same seats, at once. */
    private void assertNothingIsLeft() {
        assertThat(truth.seats(event).values()).allMatch(seat -> seat.status().equals("A"));
        assertThat(api.hold(Api.newFan(), event, four).status()).isEqualTo(201);
    }

    private static void setReadOnly(boolean readOnly) throws SQLException {
        try (Connection operator = TestServers.database().connect();
                var statement = operator.createStatement()) {
            statement.execute("SET GLOBAL read_only = " + (readOnly ? 1 : 0));
        }
    }
}
