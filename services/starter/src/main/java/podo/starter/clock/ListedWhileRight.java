package podo.starter.clock;

import com.netflix.appinfo.HealthCheckHandler;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;

/**
 * What the registry is told: a process whose clock is wrong is down. It is asked before the registration and every 2 s. Not
 * {@code OUT_OF_SERVICE}: of an instance that it lists as up, Eureka takes this status from operators only.
 */
class ListedWhileRight implements HealthCheckHandler {

    private final ClockWatch watch;
    private volatile boolean isTakenOut;

    ListedWhileRight(ClockWatch watch) {
        this.watch = watch;
    }

    /** One that is starting or leaving stays so. */
    @Override
    public InstanceStatus getStatus(InstanceStatus current) {
        if (watch.isWrong()) {
            if (current == InstanceStatus.UP) {
                isTakenOut = true;
                return InstanceStatus.DOWN;
            }
        } else if (isTakenOut) {
            isTakenOut = false;
            return InstanceStatus.UP;
        }
        return current;
    }
}
