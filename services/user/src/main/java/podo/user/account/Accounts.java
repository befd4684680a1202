package podo.user.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface Accounts extends JpaRepository<Account, Long> {

    boolean existsByEmailKey(String emailKey);

    boolean existsByLookAlikeHash(byte[] lookAlikeHash);

    Optional<Account> findByLookAlikeHash(byte[] lookAlikeHash);

    Optional<Account> findByEmailKey(String emailKey);

    List<Account> findByEmailKeyIn(Collection<String> emailKeys);

    @Modifying
    @Transactional
    @Query("""
            update Account a set a.failedLogIns = a.failedLogIns + 1, a.failedSince = coalesce(a.failedSince, :now)
            where a.emailKey in :emailKeys
            """)
    void countFailedLogIn(Collection<String> emailKeys, Instant now);

    @Modifying
    @Transactional
    @Query("update Account a set a.firstLogInAt = :now where a.id = :id and a.firstLogInAt is null")
    int markFirstLogIn(long id, Instant now);

    @Modifying
    @Transactional
    @Query("update Account a set a.failedLogIns = 0, a.failedSince = null where a.id = :id")
    void forgetFailedLogIns(long id);
}
