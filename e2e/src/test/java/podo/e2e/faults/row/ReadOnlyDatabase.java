package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Show;
import podo.e2e.StackProcesses;
import podo.stack.server.Database;

/** Row 17: the stack's database takes no writes for 15 s. A hold is refused with 503, and its seats are free afterwards. */
public final class ReadOnlyDatabase {

    private static final Duration TIME = Duration.ofSeconds(15);

    private ReadOnlyDatabase() {}

    public static void holdMeanwhile() {
        Show show = Show.onSale(1, 4);
        Fan fan = Fan.fresh();
        String pass = fan.enter(show.id());
        List<Long> seats = fan.freeSeats(show.id());
        Heal.after(TIME, () -> setReadOnly(false), () -> {
            setReadOnly(true);
            fan.hold(show.id(), pass, seats).refuses(503);
            assertThat(Api.open().get("/api/events?size=5").status())
                    .as("the catalogue")
                    .isEqualTo(200);
            assertThat(fan.freeSeats(show.id())).as("the map").isEqualTo(seats);
        });
        assertThat(fan.freeSeats(show.id())).as("no half state").isEqualTo(seats);
        await().atMost(Fan.SOON).until(() -> fan.hold(show.id(), pass, seats).status() == 201);
    }

    private static void setReadOnly(boolean readOnly) {
        try (Connection operator = database().connect();
                var statement = operator.createStatement()) {
            statement.execute("SET GLOBAL read_only = " + (readOnly ? 1 : 0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database database() {
        String admin = StackProcesses.secret("PODO_DB_ADMIN_PASSWORD");
        return StackProcesses.isRunning("mysql")
                ? Database.mySql(StackProcesses.HOME.resolve("data/mysql"), StackProcesses.port("mysql"), admin)
                : Database.mariaDb(StackProcesses.HOME.resolve("data/mariadb"), StackProcesses.port("mariadb"), admin);
    }
}
