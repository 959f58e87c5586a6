package io.pggit.core.plan.part;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A statement while it is being planned. Every method returns a changed copy. */
public record Step(
        String sql,
        LockMode lock,
        Rewrite rewrite,
        Set<Hazard> hazards,
        Optional<String> dataLoss,
        Transaction transaction) {
    /** What a statement asks of the transaction around it. */
    public enum Transaction {
        /** Any transaction will do. */
        ANY,
        /** What it makes cannot be used before its transaction has committed. */
        COMMIT_BEFORE_USE,
        /** It refuses to run in a transaction block. */
        NONE
    }

    /** Copies {@code hazards}. */
    public Step {
        hazards = hazards.isEmpty() ? Set.of() : Set.copyOf(hazards);
    }

    /** A change of the catalog that locks nothing that was there before. */
    public static Step of(String sql) {
        return new Step(sql, LockMode.NONE, Rewrite.NONE, Set.of(), Optional.empty(), Transaction.ANY);
    }

    /** Takes a lock. */
    public Step locks(LockMode mode) {
        return new Step(sql, mode, rewrite, hazards, dataLoss, transaction);
    }

    /** Reads or writes files. */
    public Step rewrites(Rewrite what) {
        return new Step(sql, lock, what, hazards, dataLoss, transaction);
    }

    /** Has one more hazard. */
    public Step hazard(Hazard hazard) {
        EnumSet<Hazard> more = EnumSet.of(hazard);
        more.addAll(hazards);
        return new Step(sql, lock, rewrite, more, dataLoss, transaction);
    }

    /** The same for an object nobody uses yet, with the lock it takes on other tables. */
    public Step onNewObject(LockMode remaining) {
        EnumSet<Hazard> left = EnumSet.noneOf(Hazard.class);
        left.addAll(hazards);
        left.retainAll(EnumSet.of(Hazard.DELETES_DATA, Hazard.CORRECTNESS, Hazard.HAS_UNTRACKABLE_DEPENDENCIES));
        return new Step(sql, remaining, Rewrite.NONE, left, dataLoss, transaction);
    }

    /** Loses data: {@code what} names them. */
    public Step loses(String what) {
        return new Step(sql, lock, rewrite, hazards, Optional.of(what), transaction).hazard(Hazard.DELETES_DATA);
    }

    /** Asks something of its transaction. */
    public Step in(Transaction kind) {
        return new Step(sql, lock, rewrite, hazards, dataLoss, kind);
    }
}
