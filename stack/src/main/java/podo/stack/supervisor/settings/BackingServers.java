package podo.stack.supervisor.settings;

import java.util.List;
import java.util.Locale;
import podo.stack.process.Ports;
import podo.stack.process.Program;
import podo.stack.server.Database;
import podo.stack.server.Kafka;
import podo.stack.server.KafkaAccounts;
import podo.stack.server.Redis;
import podo.stack.server.RedisAcl;

/** Database, Redis and Kafka, on free ports unless the environment sets {@code PODO_DB_PORT} and the like. */
public record BackingServers(Database database, Redis redis, Kafka kafka) {

    public static BackingServers of(StackFolders folders, StackSettings settings, StackSecrets secrets) {
        var admin = secrets.password("PODO_DB_ADMIN_PASSWORD");
        var databasePort = port(settings, "PODO_DB_PORT");
        return new BackingServers(
                settings.mySql()
                        ? Database.mySql(folders.data("mysql"), databasePort, admin)
                        : Database.mariaDb(folders.data("mariadb"), databasePort, admin),
                new Redis(
                        folders.data("redis"),
                        port(settings, "PODO_REDIS_PORT"),
                        new RedisAcl(account -> secrets.password("PODO_REDIS_PASSWORD_" + variable(account)))),
                new Kafka(
                        folders.data("kafka"),
                        port(settings, "PODO_KAFKA_PORT"),
                        Ports.free(),
                        new KafkaAccounts(account -> secrets.password("PODO_KAFKA_PASSWORD_" + variable(account)))));
    }

    public List<Program> programs() {
        return List.of(database, redis, kafka);
    }

    private static String variable(String account) {
        return account.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static int port(StackSettings settings, String variable) {
        if (settings.get(variable, "").isEmpty()) {
            return Ports.free();
        }
        var port = settings.port(variable, 0);
        FixedPorts.requireFree(variable, port);
        return port;
    }
}
