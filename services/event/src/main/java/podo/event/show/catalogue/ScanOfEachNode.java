package podo.event.show.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.cache.BatchStrategies;
import org.springframework.data.redis.cache.BatchStrategy;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;

/** Clears a cache by SCAN at each primary of a cluster; Spring Data Redis scans one server only. */
final class ScanOfEachNode implements BatchStrategy {

    private final int batch;
    private final BatchStrategy oneServer;

    ScanOfEachNode(int batch) {
        this.batch = batch;
        this.oneServer = BatchStrategies.scan(batch);
    }

    @Override
    public long cleanCache(RedisConnection connection, String name, byte[] pattern) {
        if (!(connection instanceof RedisClusterConnection cluster)) {
            return oneServer.cleanCache(connection, name, pattern);
        }
        ScanOptions options =
                ScanOptions.scanOptions().count(batch).match(pattern).build();
        long removed = 0;
        for (RedisClusterNode node : cluster.clusterCommands().clusterGetNodes()) {
            if (node.isMaster()) {
                removed += clean(cluster, node, options);
            }
        }
        return removed;
    }

    private long clean(RedisClusterConnection cluster, RedisClusterNode node, ScanOptions options) {
        long removed = 0;
        List<byte[]> found = new ArrayList<>();
        try (Cursor<byte[]> keys = cluster.scan(node, options)) {
            while (keys.hasNext()) {
                found.add(keys.next());
                if (found.size() == batch || !keys.hasNext()) {
                    removed += cluster.keyCommands().del(found.toArray(byte[][]::new));
                    found.clear();
                }
            }
        }
        return removed;
    }
}
