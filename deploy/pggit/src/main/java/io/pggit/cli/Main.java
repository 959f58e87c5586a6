package io.pggit.cli;

/** x. */
public final class Main {
    private Main() {}

    /** x. */
    public static void main(String[] args) {
        System.out.println("hi " + Main.class.getPackage().getImplementationVersion());
    }
}
