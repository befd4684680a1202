package podo.starter.team;

import java.util.List;
import podo.starter.security.Fan;

/** Knows in which teams an account is now. */
@FunctionalInterface
public interface MembershipSource {

    List<Membership> of(Fan account);
}
