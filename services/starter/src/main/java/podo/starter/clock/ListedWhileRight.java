package podo.starter.clock;

import com.netflix.appinfo.HealthCheckHandler;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;

/** What the registry is told: a process whose clock is wrong is out of service. It is asked before the registration and every 2 s. */
class ListedWhileRight implements HealthCheckHandler {

    private final ClockWatch watch;

    ListedWhileRight(ClockWatch watch) {
        this.watch = watch;
    }

    /** One that is starting or leaving stays so. */
    @Override
    public InstanceStatus getStatus(InstanceStatus current) {
        if (watch.isWrong()) {
            return current == InstanceStatus.UP ? InstanceStatus.OUT_OF_SERVICE : current;
        }
        return current == InstanceStatus.OUT_OF_SERVICE ? InstanceStatus.UP : current;
    }
}
