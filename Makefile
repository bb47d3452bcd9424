# Two commands on a fresh machine: make site, make test.
.PHONY: help site test build check bench format lint clean setup

CEDIAN = .build/release/cedian
# On Linux the program carries Swift's libraries: it starts in a third of the time and
# runs where no Swift is installed. macOS has them in the system.
# mimalloc, where it is installed, makes a large build a tenth faster than glibc's allocator.
RELEASE = swift build -c release --product cedian $(if $(filter Linux,$(shell uname)),\
	--static-swift-stdlib $$([ ! -e /usr/include/mimalloc.h ] || echo -Xlinker -lmimalloc))
# Where scripts/setup puts what is not on PATH by itself.
export PATH := $(CURDIR)/.build-tools/bin:$(PATH)

help:
	@echo 'make site    install what is missing, build, render content/ into output/'
	@echo 'make test    install what the tests need and run them all'
	@echo 'make build   build the release program: $(CEDIAN)'
	@echo 'make check   check content/ without publishing'
	@echo 'make bench   measure against the floor and Hugo'
	@echo 'make format  format the sources;  make lint  only look'
	@echo 'make clean   remove what was built and installed here; output/ stays'

setup:
	@scripts/setup site

build: setup
	$(RELEASE)

site: build
	$(CEDIAN) build --site . --output output

check: build
	$(CEDIAN) check --site .

test:
	@scripts/setup test
	swift format lint --strict --recursive Sources Tests Package.swift
	swift build --build-tests
	swift test --skip-build
	$(RELEASE)
	Tests/Browser/run

bench:
	@scripts/setup bench
	Benchmarks/run

format:
	swift format --in-place --recursive Sources Tests Package.swift

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

clean:
	rm -rf .build .build-tools Benchmarks/.work
