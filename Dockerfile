# Lukis as an image. `docker build -t lukis .` draws on the CPU; for NVIDIA cards:
#   docker build -t lukis --build-arg TORCH=cu130 .
# docs/deploying.md says how to run it.

# What PyTorch is built for: cpu, or the CUDA that your driver has (`nvidia-smi` says which), such as cu126 or cu130.
ARG TORCH=cpu
ARG PYTHON=3.11-slim-bookworm

FROM python:${PYTHON} AS wheel
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE NOTICE ./
COPY bot bot
COPY engine engine
RUN python -m pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

# All that Lukis needs, without Lukis: a change of its code makes none of this anew.
FROM python:${PYTHON} AS packages
ARG TORCH
ARG TORCH_INDEX=https://download.pytorch.org/whl/${TORCH}
ARG EXTRAS=engine,cluster,tracing
WORKDIR /src
RUN python -m venv --without-pip /opt/lukis
COPY pyproject.toml constraints.txt ./
RUN touch README.md LICENSE NOTICE && mkdir bot engine \
    && python -m pip --python /opt/lukis/bin/python install --no-cache-dir --constraint constraints.txt \
      --extra-index-url "${TORCH_INDEX}" ".[${EXTRAS}]" \
    && python -m pip --python /opt/lukis/bin/python uninstall --yes lukis

FROM python:${PYTHON}
RUN groupadd --system --gid 10001 lukis \
    && useradd --system --uid 10001 --gid lukis --home-dir /data --no-create-home lukis \
    && install --directory --owner lukis --group lukis --mode 0750 /data /models
COPY --from=packages /opt/lukis /opt/lukis
RUN --mount=type=bind,from=wheel,source=/wheels,target=/wheels \
    python -m pip --python /opt/lukis/bin/python install --no-cache-dir --no-index --no-deps /wheels/*.whl
COPY deploy/healthy.py /opt/lukis/healthy.py
ENV PATH=/opt/lukis/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    MODELS_DIR=/models \
    HF_HOME=/models/.hub \
    WEB_HOST=0.0.0.0 \
    METRICS_PORT=8018
USER 10001:10001
WORKDIR /data
VOLUME ["/data", "/models"]
EXPOSE 8017
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "/opt/lukis/healthy.py"]
# Lukis itself is the first process: it hears SIGTERM, ends within SHUTDOWN_GRACE and 3 seconds, and draws on next time.
ENTRYPOINT ["lukis"]
CMD ["run"]
