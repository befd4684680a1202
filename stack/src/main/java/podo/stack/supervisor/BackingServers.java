package podo.stack.supervisor;

import java.util.List;
import podo.stack.process.Ports;
import podo.stack.process.Program;
import podo.stack.server.Database;
import podo.stack.server.Kafka;
import podo.stack.server.Redis;

/** The three servers that all services stand on. Their ports are free ones, unless the environment names them. */
record BackingServers(Database database, Redis redis, Kafka kafka) {

    static BackingServers of(StackFolders home, StackSettings surroundings, Secrets secrets) {
        var admin = secrets.password("PODO_DB_ADMIN_PASSWORD");
        var databasePort = port(surroundings, "PODO_DB_PORT");
        return new BackingServers(
                surroundings.mySql()
                        ? Database.mySql(home.data("mysql"), databasePort, admin)
                        : Database.mariaDb(home.data("mariadb"), databasePort, admin),
                new Redis(home.data("redis"), port(surroundings, "PODO_REDIS_PORT")),
                new Kafka(home.data("kafka"), port(surroundings, "PODO_KAFKA_PORT"), Ports.free()));
    }

    List<Program> programs() {
        return List.of(database, redis, kafka);
    }

    private static int port(StackSettings surroundings, String variable) {
        var port = surroundings.port(variable, 1);
        if (port == 1) {
            return Ports.free();
        }
        FixedPorts.requireFree(variable, port);
        return port;
    }
}
