package podo.event.show.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import podo.event.EventIT;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestRedis;

/** The cache of the catalogue on a Redis Cluster of three primaries. */
@TestPropertySource(properties = "podo.event.cache=60s")
@OnRealServers({RealServer.DATABASE, RealServer.REDIS_CLUSTER, RealServer.KAFKA})
class CatalogueOnClusterIT extends EventIT {

    private static final String PAGES = "podo:event:pages::*";

    @Test
    void aChangeRemovesWhatEachNodeKeepsOfTheCatalogue() {
        String organiser = organiser();
        long event = published(organiser);
        for (int page = 0; page < 30; page++) {
            get("/api/events?size=" + (page + 1));
        }
        get("/api/events/" + event);
        assertThat(TestRedis.clusterNodesWith(PAGES)).as("nodes with pages").hasSize(3);

        assertThat(post(organiser, "/api/events/" + event + "/cancel", Map.of()).status())
                .isBetween(200, 299);

        assertThat(TestRedis.clusterNodesWith(PAGES)).isEmpty();
        assertThat(TestRedis.clusterNodesWith("podo:event:one::*")).isEmpty();
        assertThat(get("/api/events/" + event).text("status")).isEqualTo("CANCELLED");
    }
}
