package podo.user.key;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.key.ApiKeyText;
import podo.starter.key.ApiScope;
import podo.starter.problem.NotFound;
import podo.starter.team.Right;
import podo.user.team.KeysTaken;
import podo.user.team.TeamDesk;
import podo.user.team.TeamLog;

/** Makes and revokes the keys of a team, under a lock of its row, so that nobody makes one while being removed. */
@Service
@Transactional
public class KeyDesk {

    /** The only time that the key's text is there. */
    record MadeKey(long id, String key, Instant endsAt) {

        /** Leaves out the key. */
        @Override
        public String toString() {
            return "MadeKey[" + id + "]";
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final StoredKeys keys;
    private final TeamDesk teams;
    private final TeamLog log;
    private final KeySettings settings;
    private final Clock clock;

    KeyDesk(StoredKeys keys, TeamDesk teams, TeamLog log, KeySettings settings, Clock clock) {
        this.keys = keys;
        this.teams = teams;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    List<StoredKey> list(long caller, long teamId) {
        teams.lockWith(Right.KEYS, caller, teamId);
        return keys.of(teamId);
    }

    /** Throws {@link TooManyKeys} when the team has as many as it may have. */
    MadeKey make(long caller, long teamId, String name, Set<ApiScope> scopes, Duration life, boolean byPasskey) {
        teams.lockWith(Right.KEYS, caller, teamId);
        if (keys.countInForce(teamId) >= settings.perTeam()) {
            throw new TooManyKeys(settings.perTeam());
        }
        String text = ApiKeyText.generate(random);
        Instant end = clock.instant().plus(life);
        long id = keys.insert(teamId, name, text, scopes, byPasskey, caller, end);
        log.record(
                teamId,
                caller,
                "KEY_MADE",
                Map.of("key", name, "scopes", StoredKeys.words(scopes), "endsAt", end.toString()));
        return new MadeKey(id, text, end);
    }

    void revoke(long caller, long teamId, long id) {
        teams.lockWith(Right.KEYS, caller, teamId);
        String name = keys.revoke(teamId, id).orElseThrow(NotFound::new);
        log.record(teamId, caller, "KEY_REVOKED", Map.of("key", name));
    }

    /** Whoever may make no more keys knows the text of those made before. */
    @EventListener
    void endKeysOf(KeysTaken member) {
        keys.madeBy(member.teamId(), member.accountId()).forEach((id, name) -> {
            keys.end(id);
            log.record(member.teamId(), member.by(), "KEY_REVOKED", Map.of("key", name));
        });
    }

    /** Names of keys by their numbers; those that never were are left out. */
    @Transactional(readOnly = true)
    public Map<Long, String> names(Collection<Long> ids) {
        return keys.names(ids);
    }
}
