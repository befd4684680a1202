package podo.stack.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import podo.stack.process.Ports;

/** A Redis Cluster on this machine: three primaries, which share the slots, and a replica of the first. For tests. */
public final class RedisCluster {
    private static final int SLOTS = 16_384;
    private static final int PRIMARIES = 3;
    /** After so long without an answer the others replace a primary. */
    private static final int NODE_TIMEOUT_MILLIS = 3_000;

    private final List<Redis> primaries;
    private final Redis replica;

    public RedisCluster(Path folder, RedisAcl acl) {
        primaries = IntStream.range(0, PRIMARIES)
                .mapToObj(number -> node("redis-" + number, folder, acl))
                .toList();
        replica = node("redis-replica", folder, acl);
    }

    private static Redis node(String name, Path folder, RedisAcl acl) {
        return new Redis(
                name,
                folder.resolve(name),
                Ports.free(),
                acl,
                List.of(
                        "--cluster-enabled yes",
                        "--cluster-port " + Ports.free(),
                        "--cluster-announce-ip 127.0.0.1",
                        "--cluster-require-full-coverage no",
                        "--repl-diskless-sync-delay 0",
                        "--cluster-node-timeout " + NODE_TIMEOUT_MILLIS,
                        "--masteruser " + RedisAcl.OPERATOR,
                        "--masterauth " + acl.password(RedisAcl.OPERATOR)));
    }

    /** All of them, the primaries in the order of their slots first. */
    public List<Redis> nodes() {
        return Stream.concat(primaries.stream(), Stream.of(replica)).toList();
    }

    /** {@code host:port} of the primaries, separated by commas. */
    public String addresses() {
        return String.join(
                ",", primaries.stream().map(node -> "127.0.0.1:" + node.port()).toList());
    }

    /** Makes a cluster of the nodes, which run and are empty; returns without waiting for them to agree. */
    public void join() throws IOException {
        for (int i = 0; i < PRIMARIES; i++) {
            var node = primaries.get(i);
            expectOk(node, "CLUSTER SET-CONFIG-EPOCH " + (i + 1));
            expectOk(node, "CLUSTER ADDSLOTSRANGE " + SLOTS * i / PRIMARIES + " " + (SLOTS * (i + 1) / PRIMARIES - 1));
        }
        for (var node : nodes().subList(1, nodes().size())) {
            expectOk(primaries.getFirst(), "CLUSTER MEET 127.0.0.1 " + node.port() + " " + busPort(node));
        }
    }

    /** Whether all nodes know each other and all slots; the replica is told whose it is as soon as it knows. */
    public boolean isJoined() {
        try {
            for (var node : nodes()) {
                var info = node.bulk("CLUSTER INFO");
                if (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:" + nodes().size())) {
                    return false;
                }
            }
            var first = primaries.getFirst().bulk("CLUSTER MYID");
            if (!replica.bulk("CLUSTER NODES").contains("myself,slave " + first)) {
                replica.say("CLUSTER REPLICATE " + first);
            }
            return replica.bulk("INFO replication").contains("master_link_status:up");
        } catch (IOException e) {
            return false;
        }
    }

    private static String busPort(Redis node) {
        return node.command().stream()
                .filter(option -> option.startsWith("--cluster-port "))
                .map(option -> option.substring("--cluster-port ".length()))
                .findFirst()
                .orElseThrow();
    }

    private static void expectOk(Redis node, String command) throws IOException {
        var reply = node.say(command);
        if (!reply.equals("+OK")) {
            throw new IOException(command + ": " + reply);
        }
    }
}
