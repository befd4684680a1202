package podo.inventory.bench;

/** One measured round. */
record BenchRow(String name, String scenario, int instances, BenchLoad.Result result, ServerCounters gauges) {

    static final String HEAD = "scenario,name,instances,won,refused,failed,seconds,per_second,p50_ms,p95_ms,p99_ms,"
            + "statements,lock_waits,redis_commands,date,commit,processor_ms";

    String csv(BenchMachine machine) {
        return "\"%s\",\"%s\",%d,%d,%d,%d,%.3f,%.0f,%.2f,%.2f,%.2f,%d,%d,%d,%s,\"%s\",%.0f"
                .formatted(
                        scenario,
                        name,
                        instances,
                        result.won(),
                        result.refused(),
                        result.failed(),
                        result.seconds(),
                        result.perSecond(),
                        result.millis(0.5),
                        result.millis(0.95),
                        result.millis(0.99),
                        gauges.statements(),
                        gauges.lockWaits(),
                        gauges.redisCommands(),
                        machine.date(),
                        machine.commit(),
                        result.processorMillis());
    }
}
