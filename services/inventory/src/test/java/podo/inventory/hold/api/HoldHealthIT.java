package podo.inventory.hold.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.inventory.Api.newFan;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.seat.hall.TestHalls;
import tools.jackson.databind.JsonNode;

@InventoryIT
class HoldHealthIT {

    @Autowired
    private Api api;

    @Autowired
    private TestHalls halls;

    @Autowired
    private DataSource dataSource;

    @Test
    void connectionsThatAreAllTakenAreToldAndForgottenWhenTheyAreFree() throws SQLException {
        await().atMost(Duration.ofSeconds(60)).until(() -> busy() < 0.9);
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = ((HikariDataSource) dataSource).getMaximumPoolSize(); i > 0; i--) {
                taken.add(dataSource.getConnection());
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> busy() > 0.9);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> busy() < 0.9);
    }

    @Test
    void holdsAreTimedAndARefusedOneIsAnAnswer() {
        long event = halls.open(2, 10);
        Object[] seats = TestHalls.seats(event, 1).toArray();
        assertThat(api.hold(newFan(), event, seats).status()).isEqualTo(201);
        for (int i = 0; i < 30; i++) {
            assertThat(api.hold(newFan(), event, seats).status()).isEqualTo(409);
        }
        assertThat(pulse().path("p95Millis").asDouble()).isBetween(0.01, 20_000.0);
        assertThat(api.send(api.as(newFan(), "/internal/pulse").GET()).status())
                .as("a fan asks")
                .isEqualTo(401);
    }

    private double busy() {
        return pulse().path("busyPool").asDouble();
    }

    private JsonNode pulse() {
        Api.Answer answer = api.send(api.asService("/internal/pulse").GET());
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
